/** Where the local stack keeps its things, and on which ports it listens. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const hallFolder = join(root, '.hall');
export const inHall = (...parts) => join(hallFolder, ...parts);

export const ports = {
  gateway: 4000,
  cases: 4001,
  staffing: 4002,
  complaints: 4003,
  issuer: 4010,
  nats: 4022,
  postgres: 4032,
};
/** Where a debugger finds a process that was started with --inspect. */
export const inspectPorts = { gateway: 9229, cases: 9230, staffing: 9231, complaints: 9232 };
export const subgraphs = ['staffing', 'cases', 'complaints'];
export const issuerUrl = `http://127.0.0.1:${ports.issuer}`;
export const audience = 'service-hall';

export function makeHallFolder() {
  mkdirSync(inHall('logs'), { recursive: true });
}
