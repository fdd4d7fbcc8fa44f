// One's own sessions, password and second factor.
import layout from '../../parts/layout.module.css';
import { OwnPassword } from './OwnPassword';
import { OwnSecondFactor } from './OwnSecondFactor';
import { OwnSessions } from './OwnSessions';

export function OwnAccount() {
  return (
    <div className={layout.stack}>
      <OwnSessions />
      <OwnPassword />
      <OwnSecondFactor />
    </div>
  );
}
