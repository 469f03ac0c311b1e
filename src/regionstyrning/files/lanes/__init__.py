"""From a path to the model that is written there: read, parsed and made, quickly or not at all."""
