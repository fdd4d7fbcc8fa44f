-- Which node does what only one need do at a time, until when by the server's clock (milliseconds).
CREATE TABLE lease (
  work   plain NOT NULL PRIMARY KEY,
  holder plain NOT NULL,
  until  bigint NOT NULL
);
