#include "tests/core/sql/corpus.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace squall::test {

using namespace Qt::StringLiterals;

std::vector<CorpusFile> corpus()
{
    const QString root = QStringLiteral(SQUALL_SQL_CORPUS) + u'/';
    std::vector<CorpusFile> files;
    QDirIterator each(root, {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s: %s", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
        const auto path = file.fileName();
        files.push_back({path.sliced(root.size()).chopped(4), path, QString::fromUtf8(file.readAll())});
    }
    std::sort(files.begin(), files.end(),
              [](const CorpusFile &a, const CorpusFile &b) { return a.name < b.name; });
    return files;
}

} // namespace squall::test
