CREATE TABLE `hidden_words` (
	`edition_id` integer PRIMARY KEY NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `pending_editions` ADD `hide_reason` text DEFAULT '' NOT NULL;