/** A message for somebody who was not there (S1.6g). What it says and whom it is from is personal data. */
export interface Message {
  readonly hallCode: string;
  readonly id: string;
  readonly forStaffId: string;
  readonly from: string;
  readonly phone: string | null;
  readonly text: string;
  readonly takenById: string;
  readonly takenAt: Date;
  readonly deliveredAt: Date | null;
}
