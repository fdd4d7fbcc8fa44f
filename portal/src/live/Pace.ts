// Gathers what is to be done and does it together: soon after the first, and never twice within a while.

export class Pace<Item> {
  private readonly gathered = new Map<string, Item>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly soon: number,
    private readonly apart: number,
    private readonly act: (items: readonly Item[]) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  add(items: readonly Item[]): void {
    for (const item of items) this.gathered.set(JSON.stringify(item), item);
    if (this.gathered.size === 0 || this.timer !== undefined) return;
    this.timer = setTimeout(() => this.flush(), Math.max(this.soon, this.last + this.apart - this.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.gathered.clear();
  }

  private flush(): void {
    this.timer = undefined;
    this.last = this.now();
    const items = [...this.gathered.values()];
    this.gathered.clear();
    this.act(items);
  }
}
