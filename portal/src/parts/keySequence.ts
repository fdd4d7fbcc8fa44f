// Two keys pressed one after the other are one shortcut: "g", and then the letter of a place.
const first = 'g';
const modifiers: readonly string[] = ['Shift', 'CapsLock'];

/**
 * Gives each key the names it may go by, the longer first: "g h" and "h" after a "g", else "h" alone. Slow hands have all the
 * time they need: a "g" waits for the next key, whatever it is.
 */
export function keySequence(): (key: string) => readonly string[] {
  let begun = false;
  return (key) => {
    if (modifiers.includes(key)) return [];
    const names = begun ? [`${first} ${key}`, key] : [key];
    begun = key === first && !begun;
    return names;
  };
}
