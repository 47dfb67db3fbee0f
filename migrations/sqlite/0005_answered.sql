CREATE INDEX `stories_answered` ON `stories` (`first_answered_at`);--> statement-breakpoint
CREATE INDEX `stories_section_answered` ON `stories` (`section_id`,`first_answered_at`);