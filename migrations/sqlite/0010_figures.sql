CREATE TABLE `figure_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`log_id` integer NOT NULL,
	`counted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_tallies` (
	`week` integer NOT NULL,
	`scope` text NOT NULL,
	`measure` text NOT NULL,
	`bucket` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`week`, `scope`, `measure`, `bucket`)
);
--> statement-breakpoint
CREATE INDEX `figure_tallies_scope` ON `figure_tallies` (`scope`,`week`);--> statement-breakpoint
CREATE INDEX `stories_promised` ON `stories` (`state`,`answer_by`,`section_id`);