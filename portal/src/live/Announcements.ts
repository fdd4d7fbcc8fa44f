// Lets one sentence through in ten seconds; of those that wait the latest is said.
const apart = 10_000;

export class Announcements {
  private waiting: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly speak: (text: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  say(text: string): void {
    const left = this.last + apart - this.now();
    if (left <= 0 && this.timer === undefined) {
      this.last = this.now();
      this.speak(text);
      return;
    }
    this.waiting = text;
    this.timer ??= setTimeout(() => this.sayWaiting(), Math.max(left, 0));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private sayWaiting(): void {
    this.timer = undefined;
    this.last = this.now();
    if (this.waiting !== undefined) this.speak(this.waiting);
    this.waiting = undefined;
  }
}
