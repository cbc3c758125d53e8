/** Someone who works for MohallaMart itself: decides on shopkeepers and looks after the platform. */
export interface StaffMember {
  /** As `admin_001`. */
  staffId: string;
  name: string;
  /** Lower case. */
  email: string;
}

export interface Staff {
  /** By id. */
  list(): Promise<StaffMember[]>;
  get(staffId: string): Promise<StaffMember | undefined>;
  /** @param email in any case. */
  findByEmail(email: string): Promise<StaffMember | undefined>;
  /** @returns false when the id or the email exists; nothing is changed then. */
  add(member: StaffMember): Promise<boolean>;
}
