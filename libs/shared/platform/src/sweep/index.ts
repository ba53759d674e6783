export { isolatedSweep } from './isolated';
export type { SweepBase } from './isolated';
export { SweepLoop } from './sweep-loop';
export type { Sweep } from './sweep-loop';
