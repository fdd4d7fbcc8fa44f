// The two languages and where the choice is kept between visits.
export type Language = 'vi' | 'en';

const place = 'vinhdanh.language';

export function storedLanguage(): Language {
  return localStorage.getItem(place) === 'en' ? 'en' : 'vi';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(place, language);
}
