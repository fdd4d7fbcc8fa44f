// Server-sent events out of the pieces in which a stream arrives.

export interface StreamEvent {
  /** Absent where the stream only says how far it is. */
  readonly data?: string;
  readonly id?: string;
}

export class EventReader {
  private rest = '';

  /** The events that are whole with this piece; what is cut off waits for the next one. */
  take(piece: string): StreamEvent[] {
    const blocks = (this.rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(readBlock).filter((event) => event.id !== undefined || event.data !== undefined);
  }
}

function readBlock(block: string): StreamEvent {
  const lines = block.split('\n');
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = values('data');
  const id = values('id').at(-1);
  return { ...(id === undefined ? {} : { id }), ...(data.length === 0 ? {} : { data: data.join('\n') }) };
}
