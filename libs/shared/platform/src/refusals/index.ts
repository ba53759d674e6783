export { commonRefusals, refuseCommonly } from './common-refusals';
