export { deadLetterContract } from "./dead-letters/contract.ts";
export { type LedgerBench, ledgerContract } from "./ledger/contract.ts";
export type { StoreBench } from "./mohallamart/contract/bench.ts";
export { mohallaMartContract } from "./mohallamart/contract.ts";
export { expiredSessionContract, type SessionTable } from "./sessions/contract.ts";
export { signInCodeContract } from "./sign-in-codes/contract.ts";
export { type StepFailureBench, stepFailureContract } from "./step-failures/contract.ts";
export type { TenOceanBench } from "./ten-ocean/contract/bench.ts";
export { tenOceanContract } from "./ten-ocean/contract.ts";
