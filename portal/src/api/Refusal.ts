// What the server answered instead of what was asked: the RFC 9457 problem, or that no answer came.
import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type Reason = components['schemas']['Reason'];

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Problem | undefined;
  readonly retryAfter: number | undefined;

  private constructor(status: number, code: string, problem?: Problem, retryAfter?: number) {
    super(code);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  static offline(): Refusal {
    return new Refusal(0, 'offline');
  }

  static of(response: Response, body: unknown): Refusal {
    const wait = Number(response.headers.get('Retry-After'));
    const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : undefined;
    const problem = isProblem(body) ? body : undefined;
    return new Refusal(response.status, problem?.code ?? 'unexpected', problem, retryAfter);
  }

  /** Whether the act may have been recorded all the same, so that the same key must be used again. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
