import { testEveryWorkflow } from "../../testing/every-workflow.ts";
import { areas } from "../../testing/scenarios/index.ts";

testEveryWorkflow(areas.cleanup);
