-- A frame's page tells which other files hold the same bytes.

create index frame_facts_by_content on frame_facts (content_digest);
