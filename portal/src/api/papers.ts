// Puts a file where it belongs; by XMLHttpRequest, as only that tells how much has left.
import type { Schema } from './client';
import { Refusal } from './Refusal';

export interface PaperSent {
  readonly version: number;
  readonly paper?: Schema['Paper'];
  readonly receipts: Schema['Receipts'];
}

interface Sending {
  readonly address: string;
  readonly file: File;
  readonly version: number;
  readonly signal: AbortSignal;
  onSent(bytes: number): void;
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return undefined;
  }
}

export function refusalOf(request: XMLHttpRequest): Refusal {
  const wait = request.getResponseHeader('Retry-After');
  const headers = new Headers(wait ? [['Retry-After', wait]] : []);
  return Refusal.of(new Response(null, { status: request.status, headers }), bodyOf(request));
}

export function putPaper({ address, file, version, signal, onSent }: Sending): Promise<PaperSent> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', file.type);
    request.setRequestHeader('If-Match', `"${version}"`);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status === 200 ? done(bodyOf(request) as PaperSent) : failed(refusalOf(request)));
    request.onerror = () => failed(Refusal.offline());
    request.onabort = () => failed(Refusal.offline());
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
