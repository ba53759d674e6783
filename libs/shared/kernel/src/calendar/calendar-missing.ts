/** A date could only be computed by guessing: the calendar of this year is not known. */
export class CalendarMissingError extends Error {
  constructor(readonly year: number) {
    super(`there is no working-day calendar for ${year}`);
    this.name = 'CalendarMissingError';
  }
}
