// Which acts on the whole letter apply to any of its dossiers now, as the server says.
import { type LotCommand, lotCommands, type SubmissionAction } from '../../../api/submissions';

export interface LotChoice {
  readonly command: LotCommand;
  readonly count: number;
  readonly allowed: boolean;
  readonly reasons: SubmissionAction['reasons'];
}

export function lotChoices(actions: readonly SubmissionAction[]): LotChoice[] {
  return lotCommands.flatMap((command) => {
    const action = actions.find((each) => each.command === command);
    if (!action?.dossiers) return [];
    return [{ command, count: action.dossiers, allowed: action.allowed, reasons: action.reasons }];
  });
}

const roleReason = ({ reasons }: Pick<LotChoice, 'reasons'>) => reasons.find((reason) => reason.code === 'not_in_role');

/** Those that are not for another role, whatever else stands against them. */
export const ownChoices = (choices: readonly LotChoice[]) => choices.filter((choice) => !roleReason(choice));

/** The roles for which the first of them is. */
export function rolesOf(choices: readonly LotChoice[]): readonly string[] {
  const [first] = choices;
  return (first && roleReason(first)?.details.role?.split(', ')) || [];
}
