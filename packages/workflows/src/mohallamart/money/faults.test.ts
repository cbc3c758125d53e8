import { testEveryWorkflow } from "../../testing/every-workflow.ts";
import { scenariosOf } from "../../testing/scenario.ts";

testEveryWorkflow(scenariosOf(import.meta.glob("./*.scenario.ts", { eager: true })));
