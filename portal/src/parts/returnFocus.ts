// "Back" puts the focus on the link by which a page was left: the history entry remembers which one that was.

interface Left {
  readonly leftBy?: string;
}

/** How long a list may take to show the link again, in ms; later, the focus would jump from what is read. */
const patience = 5_000;

/** Notes each link of the portal that is followed in the history entry where it stands; gives what ends that. */
export function rememberLinks(): () => void {
  const remember = ({ target }: MouseEvent) => {
    const href = target instanceof Element ? target.closest('a[href]')?.getAttribute('href') : undefined;
    if (href?.startsWith('/')) window.history.replaceState({ ...window.history.state, leftBy: href }, '');
  };
  document.addEventListener('click', remember, true);
  return () => document.removeEventListener('click', remember, true);
}

/** Moves the focus from the heading to the link by which this history entry was left, once it is there; gives what ends the wait. */
export function returnFocus(heading: HTMLElement): () => void {
  const href = (window.history.state as Left | null)?.leftBy;
  if (!href) return () => {};
  const find = () => {
    const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`);
    if (document.activeElement === heading) link?.focus();
    if (document.activeElement !== heading) stop();
  };
  const watch = new MutationObserver(find);
  const stop = () => {
    watch.disconnect();
    window.clearTimeout(timer);
  };
  const timer = window.setTimeout(stop, patience);
  watch.observe(document.body, { childList: true, subtree: true });
  find();
  return stop;
}
