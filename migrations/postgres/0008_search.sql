CREATE TABLE "search_texts" (
	"place" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ref" integer NOT NULL,
	"marks" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_todo" (
	"kind" text NOT NULL,
	"ref" integer NOT NULL,
	CONSTRAINT "search_todo_kind_ref_pk" PRIMARY KEY("kind","ref")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_texts_ref" ON "search_texts" USING btree ("kind","ref");--> statement-breakpoint
CREATE INDEX "stories_language_queue" ON "stories" USING btree ("language","state","entered_at","id");--> statement-breakpoint
CREATE INDEX "stories_risk_queue" ON "stories" USING btree ("risk","state","entered_at","id");
--> statement-breakpoint
CREATE INDEX "search_texts_words" ON "search_texts" USING gin (array_to_tsvector(string_to_array("text", ' ')));--> statement-breakpoint
CREATE INDEX "search_texts_marks" ON "search_texts" USING gin (string_to_array("marks", ' '));--> statement-breakpoint
INSERT INTO "search_todo" ("kind", "ref") SELECT 'story', "id" FROM "stories" WHERE "state" <> 'draft';
