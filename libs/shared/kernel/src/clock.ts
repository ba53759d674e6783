/** The only source of “now”. Rules take an instant; use cases take a clock. */
export interface Clock {
  now(): Date;
}
