export { userRegistrationWorkflow } from "./user-registration-workflow.tsx";
