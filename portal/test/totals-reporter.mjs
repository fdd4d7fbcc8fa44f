// Vitest's own report, ended by the line that the build reads.
import { DefaultReporter } from 'vitest/node';

export default class TotalsReporter extends DefaultReporter {
  onTestRunEnd(modules, errors, reason) {
    super.onTestRunEnd(modules, errors, reason);
    const states = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state);
    const unread = modules.filter((module) => module.state() === 'failed' && module.children.size === 0).length;
    const count = (state) => states.filter((each) => each === state).length;
    console.log(`${count('passed')} passed, ${count('failed') + unread + errors.length} failed`);
  }
}
