import * as z from "zod";
import { checkFolder } from "../internal/files/folder-check.ts";
import { defineVendor } from "../vendor.ts";

export const folder = defineVendor({
  name: "a folder",
  about:
    "A folder that both apps share and that is kept, such as a mounted volume. The web app gives its files out.",
  variables: { PICTURES_DIR: z.string() },
  load: () => import("./folder.ts"),
  create: ({ folderPictures }, values, _context: object) => folderPictures({ folder: values.PICTURES_DIR }),
  check: ({ PICTURES_DIR }) => checkFolder("PICTURES_DIR", PICTURES_DIR),
});
