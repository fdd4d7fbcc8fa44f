// What was typed into a field of a form, in composed characters and without space around it.
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}

export function formChoices(form: FormData, name: string): string[] {
  return form.getAll(name).filter((each): each is string => typeof each === 'string' && each !== '');
}
