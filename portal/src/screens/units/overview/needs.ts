// Parts the unfinished dossiers of a unit by what somebody in it has to do.
import type { Action } from '../../../api/dossier';
import type { DossierLine } from '../../../api/lists';
import { isWithUnit } from '../../../api/phases';

export interface Needs {
  readonly returned: readonly DossierLine[];
  readonly confirm: readonly DossierLine[];
  readonly drafts: readonly DossierLine[];
  readonly sent: readonly DossierLine[];
}

export function needsOf(lines: readonly DossierLine[]): Needs {
  return {
    returned: lines.filter((line) => line.phase === 'returned' && isWithUnit(line)),
    confirm: lines.filter((line) => line.hand === 'confirm'),
    drafts: lines.filter((line) => line.phase === 'drafting'),
    sent: lines.filter((line) => !isWithUnit(line) && line.hand !== 'confirm'),
  };
}

/** Drafts by whether they only lack the signature; those not checked yet count as unfinished. */
export function byCompleteness(drafts: readonly DossierLine[], complete: (id: string) => boolean | undefined) {
  return {
    finished: drafts.filter((line) => complete(line.id) === true),
    unfinished: drafts.filter((line) => complete(line.id) !== true),
  };
}

/** Whether sending is not for another role to do; undefined until the server has said. */
export function isToSign(actions: readonly Pick<Action, 'command' | 'reasons'>[] | undefined): boolean | undefined {
  const submit = actions?.find((action) => action.command === 'submit');
  return submit && !submit.reasons.some((reason) => reason.code === 'not_in_role');
}
