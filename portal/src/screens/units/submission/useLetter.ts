// The letter that is being written, with what is known of it filled in.
import { useState } from 'react';
import { useMe } from '../../../api/me';
import { useOccasion } from '../../../api/occasions';
import type { Schema } from '../../../api/client';
import { type Letter, letterBody } from './LetterFields';

export function useLetter(known: Schema['DocumentRef'] | undefined, occasionId: string | undefined) {
  const { data: me } = useMe();
  const { data: occasion } = useOccasion(occasionId);
  const [typed, setLetter] = useState<Letter>();
  const letter = typed ?? { number: known?.number ?? '', date: known?.date ?? me?.today ?? '', lateReason: '' };
  const deadline = occasion?.receipt_deadline;
  const lateSince = deadline && me && me.today > deadline ? deadline : undefined;
  const body = letterBody(letter);
  const complete = body !== undefined && (!lateSince || 'late_reason' in body);
  return { letter, setLetter, lateSince, body: complete ? body : undefined };
}
