// A way for every part to have something said by screen readers without taking the focus.
let speaker: (text: string) => void = () => undefined;

export function announce(text: string): void {
  speaker(text);
}

export function announceBy(speak: (text: string) => void): () => void {
  speaker = speak;
  return () => {
    speaker = () => undefined;
  };
}
