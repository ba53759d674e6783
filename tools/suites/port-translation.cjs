/**
 * Loaded by jest before the suite, whose addresses are fixed to ports 4000 to 4003: connections to these go to the
 * free ports where its servers really listen, so that the suite never meets a running hall.
 * `SUITE_PORTS` holds the table as JSON, for example `{"4000":51234}`.
 */
const net = require('node:net');

const table = JSON.parse(process.env.SUITE_PORTS ?? '{}');
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function connectTranslated(...args) {
  // Sockets are opened with `(options, listener)`, which node also passes on as one array.
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const port = options === null || typeof options !== 'object' ? undefined : table[options.port];
  if (port !== undefined) Object.assign(options, { port, host: '127.0.0.1' });
  return connect.apply(this, args);
};
