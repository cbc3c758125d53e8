import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";
import { migrate } from "@org/stores/postgres";

export const setup = postgresGlobalSetup(migrate);
