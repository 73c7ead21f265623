package dev.vigil.progress;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** Lets the stores live in little memory: a night's frames are some megabytes. */
public final class SmallStores implements RocksDBConfigSetter {
    private static final long BLOCKS = 2L << 20;
    private static final long BUFFER = 1L << 20;

    private final Cache blocks = new LRUCache(BLOCKS);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(blocks);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setStatsDumpPeriodSec(0);
    }

    @Override
    public void close(String store, Options options) {
        blocks.close();
    }
}
