import { migrate } from "@org/integrations/stores/postgres";
import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";

/** Every test file starts from a copy of a migrated, empty database. */
export const setup = postgresGlobalSetup(migrate);
