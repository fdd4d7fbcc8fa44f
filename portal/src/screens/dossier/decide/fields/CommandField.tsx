// Shows a field of a command's form by its kind.
import type { Action, Dossier } from '../../../../api/dossier';
import type { Field } from '../commandFields';
import { AgreesField } from './AgreesField';
import { AnswersField } from './AnswersField';
import { AttestationsField } from './AttestationsField';
import { ChoiceField } from './ChoiceField';
import { DocumentField } from './DocumentField';
import { GroundsField } from './GroundsField';
import { LineField } from './LineField';
import { MinutesField } from './MinutesField';
import { PointsField } from './PointsField';
import { TextField } from './TextField';

interface CommandFieldProps {
  readonly field: Field;
  readonly action: Action;
  readonly dossier: Dossier;
}

export function CommandField({ field, action, dossier }: CommandFieldProps) {
  switch (field.kind) {
    case 'document':
      return <DocumentField name={field.name} required={field.required} dossier={dossier.id} />;
    case 'text':
      return <TextField name={field.name} required={field.required} dossier={dossier.id} />;
    case 'choice':
      return <ChoiceField name={field.name} required={field.required} action={action} dossier={dossier} />;
    case 'date':
    case 'number':
      return <LineField name={field.name} type={field.kind} dossier={dossier.id} />;
    case 'agrees':
      return <AgreesField dossier={dossier.id} />;
    case 'minutes':
      return <MinutesField dossier={dossier.id} />;
    case 'points':
      return <PointsField action={action} dossier={dossier} />;
    case 'answers':
      return <AnswersField dossier={dossier} />;
    case 'attestations':
      return <AttestationsField dossier={dossier} />;
    case 'grounds':
      return <GroundsField dossier={dossier} />;
  }
}
