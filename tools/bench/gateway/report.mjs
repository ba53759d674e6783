/** Prints the figures of a run as Markdown tables: medians, and everybody's processor time in relation to ours. */
export function report({ contestants, operations, machine, conditions, plan, connections }) {
  const print = (line = '') => process.stdout.write(`${line}\n`);
  print(`# Gateways over the same three subgraphs`);
  print();
  print(`${machine}; Node ${process.versions.node}; ${conditions}.`);
  print(
    `${connections} connections, random variables, ${plan.rounds} rounds of ${plan.seconds} s each after ${plan.warmUp} s.`,
  );
  const ours = contestants[0];
  for (const [name, { meaning, bytes }] of Object.entries(operations)) {
    print();
    print(`## ${name}: ${meaning} (measured answer ${(bytes / 1000).toFixed(1)} kB)`);
    print();
    print('| gateway | requests/s | CPU ms/request | memory MiB | our CPU / its CPU |');
    print('| --- | ---: | ---: | ---: | ---: |');
    const reference = medianOf(ours, name, 'cpuMs');
    for (const contestant of contestants) {
      const cpu = medianOf(contestant, name, 'cpuMs');
      const ratio = cpu === undefined || reference === undefined ? 'n/a' : (reference / cpu).toFixed(2);
      const cells = [
        contestant.title,
        medianOf(contestant, name, 'perSecond').toFixed(0),
        cpu?.toFixed(3) ?? 'n/a',
        medianOf(contestant, name, 'rssMiB')?.toFixed(0) ?? 'n/a',
        contestant === ours ? '1' : ratio,
      ];
      print(`| ${cells.join(' | ')} |`);
    }
  }
}

function medianOf({ measured }, operation, figure) {
  const values = measured
    .filter((measurement) => measurement.operation === operation)
    .map((measurement) => measurement[figure])
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) / 2)];
}
