export { confirmNewEmail } from "./confirm-new-email.tsx";
export { confirmRegistration } from "./confirm-registration.tsx";
export { followStatusChange } from "./follow-status-change.ts";
export { removeResidentData } from "./remove-resident-data.ts";
export { tellRejectedApplicant } from "./tell-rejected-applicant.ts";
export { userRegistrationWorkflow } from "./user-registration-workflow.ts";
export { verifyNewUnit } from "./verify-new-unit.ts";
export { welcomeResident } from "./welcome-resident.ts";
