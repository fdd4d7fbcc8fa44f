// Whether somebody is at this page: what is fetched by itself must not keep the session of a forgotten browser alive.
const awayAfter = 5 * 60_000;
let lastInput = Date.now();
let returned: () => void = () => undefined;

const here = () => Date.now() - lastInput < awayAfter;

function note(): void {
  const wasHere = here();
  lastInput = Date.now();
  if (!wasHere) returned();
}

/** Calls back when somebody comes back to the page; gives the way to stop. */
export function watchPresence(onReturn: () => void): () => void {
  lastInput = Date.now();
  returned = onReturn;
  const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  for (const kind of kinds) window.addEventListener(kind, note, { passive: true, capture: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, note, { capture: true });
  };
}

export function somebodyIsHere(): boolean {
  return document.visibilityState === 'visible' && here();
}
