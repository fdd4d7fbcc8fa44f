// The filters of the list of decisions as they stand in the address.
import { type DecisionState, decisionStates } from '../../api/decisions';

export interface DecisionsAddress {
  readonly state?: DecisionState | undefined;
  readonly occasion?: string | undefined;
}

const plainId = /^[A-Za-z0-9._-]{1,100}$/;

export function readDecisionsAddress(search: string): DecisionsAddress {
  const read = new URLSearchParams(search);
  const occasion = read.get('occasion');
  return {
    state: decisionStates.find((each) => each === read.get('state')),
    occasion: occasion && plainId.test(occasion) ? occasion : undefined,
  };
}

export function decisionsAddress(address: DecisionsAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) written.set(name, value);
  return written.size > 0 ? `/decisions?${written}` : '/decisions';
}
