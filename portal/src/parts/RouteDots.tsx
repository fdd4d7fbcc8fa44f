// Steps of a route as a row of dots; whoever draws them says the same in words.
import styles from './MiniRoute.module.css';
import type { RouteStep } from './routeSteps';

const gap = 22;
const radius = 5;
const x = (index: number) => 8 + index * gap;

export function RouteDots({ steps }: { steps: readonly Pick<RouteStep, 'id' | 'place'>[] }) {
  const width = x(steps.length - 1) + 8;
  return (
    <svg width={width} height={16} viewBox={`0 0 ${width} 16`} preserveAspectRatio="xMinYMid" aria-hidden className={styles.dots}>
      {steps.slice(1).map((step, index) => (
        <line key={step.id} x1={x(index)} x2={x(index + 1)} y1={8} y2={8} data-place={step.place} />
      ))}
      {steps.map((step, index) => (
        <circle key={step.id} cx={x(index)} cy={8} r={step.place === 'here' ? radius + 1.5 : radius} data-place={step.place} />
      ))}
    </svg>
  );
}
