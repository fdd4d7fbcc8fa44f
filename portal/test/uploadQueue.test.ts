// Files go one after another with the version of the moment; a cut stops one file only, and trying again does not attach it twice.
import { expect, test, vi } from 'vitest';
import { limits } from '../src/api/limits';
import { fileFault, type Standing, type Transport, UploadQueue } from '../src/parts/UploadQueue';

class Server implements Transport<string> {
  version = 0;
  papers: Standing[] = [];
  log: string[] = [];
  trouble: ('none' | 'cut before' | 'cut after' | 'stale' | 'refused')[] = [];
  look = async () => ({ version: this.version, papers: this.papers });
  put: Transport<string>['put'] = async ({ slot, file }, version, onSent) => {
    const trouble = this.trouble.shift() ?? 'none';
    this.log.push(`${file.name}@${version}`);
    onSent(file.size / 2);
    if (trouble === 'stale') this.version += 1;
    if (trouble === 'cut before') throw new Error('cut');
    if (trouble === 'refused') throw new Error('refused');
    if (version !== this.version) throw new Error('stale');
    this.version += 1;
    this.papers = [...this.papers.map((paper) => ({ ...paper, superseded: true })), { id: `p${this.version}`, slot, size: file.size, superseded: false }];
    if (trouble === 'cut after') throw new Error('cut');
    return `v${this.version}`;
  };
  stale = (fault: unknown) => (fault as Error).message === 'stale';
  cut = (fault: unknown) => (fault as Error).message === 'cut';
}

const file = (name: string, text = name) => new File([text], name, { type: 'application/pdf' });
const settled = (queue: UploadQueue<string>) =>
  vi.waitFor(() => {
    if (queue.snapshot().some(({ status }) => status === 'sending' || status === 'waiting')) throw new Error('busy');
  });
const statuses = (queue: UploadQueue<string>) => queue.snapshot().map((upload) => upload.status);

test('several files name one version after the other', async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  for (const name of ['a', 'b', 'c']) queue.add('report', 'scanned', file(name));
  await settled(queue);
  expect(server.log).toEqual(['a@0', 'b@1', 'c@2']);
  expect(statuses(queue)).toEqual(['done', 'done', 'done']);
});

test('a cut stops one file, the others go on, and it can be sent again', async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  server.trouble = ['cut before', 'none'];
  const first = queue.add('report', 'scanned', file('a'));
  queue.add('letter', 'scanned', file('bb'));
  await settled(queue);
  expect(statuses(queue)).toEqual(['cut', 'done']);
  queue.retry(first);
  await settled(queue);
  expect([statuses(queue), server.log]).toEqual([['done', 'done'], ['a@0', 'bb@0', 'a@1']]);
});

test('a file whose answer was lost is not attached a second time', async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  server.trouble = ['cut after'];
  const id = queue.add('report', 'scanned', file('a'));
  await settled(queue);
  queue.retry(id);
  await settled(queue);
  expect([statuses(queue), server.log, server.papers.length]).toEqual([['done'], ['a@0'], 1]);
});

test('another act in between is met with the new version, once', async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  server.trouble = ['stale'];
  queue.add('report', 'scanned', file('a'));
  await settled(queue);
  expect([statuses(queue), server.log]).toEqual([['done'], ['a@0', 'a@1']]);
  server.trouble = ['stale', 'stale'];
  queue.add('report', 'scanned', file('b'));
  await settled(queue);
  expect(statuses(queue)).toEqual(['done', 'refused']);
});

test('a file that was taken off the list is not sent', async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  queue.add('report', 'scanned', file('a'));
  queue.remove(queue.add('report', 'scanned', file('b')));
  await settled(queue);
  expect(server.log).toEqual(['a@0']);
});

test('what the server would refuse anyway is told before', () => {
  const of = (size: number, type = 'application/pdf') => fileFault({ size, type });
  expect([of(1), of(0), of(limits.paper), of(limits.paper + 1), of(1, 'text/html')]).toEqual([undefined, 'empty', undefined, 'large', 'type']);
});
