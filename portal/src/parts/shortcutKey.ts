// Which single-key shortcut a key press means; none while somebody types or composes a Vietnamese letter.
const composing = 229;

export function shortcutKey(event: KeyboardEvent): string | null {
  if (event.isComposing || event.keyCode === composing || event.defaultPrevented) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  // A dialog that was closed a moment ago may still have the focus.
  const target = event.target;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog[open]')) return null;
  return event.key;
}
