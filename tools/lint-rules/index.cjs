/** Rules of this house that no published plugin has. Each has a spec beside it with good and bad samples. */
module.exports = {
  meta: { name: 'hall' },
  rules: {
    'export-needs-doc': require('./export-needs-doc.cjs'),
    'no-ambient-clock': require('./no-ambient-clock.cjs'),
    'no-repository-save': require('./no-repository-save.cjs'),
    'no-silenced-tests': require('./no-silenced-tests.cjs'),
    'root-field-needs-policy': require('./root-field-needs-policy.cjs'),
  },
};
