// The words of a value that is kept apart from the log and may have been erased.
export function personalText(ref: { value?: unknown } | undefined): string | undefined {
  return typeof ref?.value === 'string' ? ref.value : undefined;
}
