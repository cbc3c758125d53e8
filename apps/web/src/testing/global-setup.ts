import { migrate } from "@org/integrations/stores/postgres";
import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";

export const setup = postgresGlobalSetup(migrate);
