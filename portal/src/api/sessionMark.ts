// Whether somebody has signed in from this browser, so that nobody is asked for a session that cannot be there.
const place = 'vinhdanh.signedIn';

export const mayHaveSession = () => localStorage.getItem(place) !== null;

export function markSignedIn(): void {
  localStorage.setItem(place, 'yes');
}

export function markSignedOut(): void {
  localStorage.removeItem(place);
}
