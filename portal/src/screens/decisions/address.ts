// The filters of the list of decisions as they stand in the address.
import { type DecisionState, decisionStates } from '../../api/decisions';
import { idIn } from '../../parts/addressValues';

export interface DecisionsAddress {
  readonly state?: DecisionState | undefined;
  readonly occasion?: string | undefined;
}

export function readDecisionsAddress(search: string): DecisionsAddress {
  const read = new URLSearchParams(search);
  return {
    state: decisionStates.find((each) => each === read.get('state')),
    occasion: idIn(read.get('occasion')),
  };
}

export function decisionsAddress(address: DecisionsAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) written.set(name, value);
  return written.size > 0 ? `/decisions?${written}` : '/decisions';
}
