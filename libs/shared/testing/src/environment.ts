/** A setting that the test run provides; without it the test cannot be run at all. */
export function fromTestRun(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through Jest, which starts the servers`);
  return value;
}
