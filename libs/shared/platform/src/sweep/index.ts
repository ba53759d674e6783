export { isolatedSweep } from './isolated';
export type { SweepBase, SweepSteps } from './isolated';
export { SweepLoop } from './sweep-loop';
export type { Sweep } from './sweep-loop';
