#include "app/studio/rendering.h"

#include "app/studio/arguments.h"
#include "core/catalog/introspect.h"
#include "core/catalog/unknownschema.h"
#include "core/pg/connection.h"
#include "models/diagram/diagrammaking.h"
#include "models/valuefile.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace squall::studio {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

struct Source
{
    catalog::SnapshotPtr snapshot;
    QString database;
};

Result<Source> read(const QString &url)
{
    const auto options = pg::chooseDatabase(url);
    if (!options)
        return options.error();
    pg::Connection connection(*options);
    auto snapshot = catalog::introspect(connection);
    if (!snapshot)
        return snapshot.error();
    const auto name = connection.fetch({u"select current_database()"_s});
    if (!name)
        return name.error();
    return Source{std::make_shared<const catalog::Snapshot>(*std::move(snapshot)), name->text(0, 0)};
}

Result<ui::PictureFile> draw(const Rendering &rendering, const Source &source)
{
    if (const auto unknown = catalog::unknownSchema(*source.snapshot, rendering.schemas))
        return *unknown;
    const auto made = models::makeDiagram({.snapshot = source.snapshot,
                                           .arrangement = {.detail = rendering.detail,
                                                           .schemas = rendering.schemas,
                                                           .hidden = {},
                                                           .places = {}},
                                           .look = ui::diagramLook()});
    if (!made)
        return made.error();
    auto drawing = ui::drawingOf(made->picture, rendering.scheme, source.database);
    drawing.scale = rendering.scale;
    drawing.paper = rendering.paper;
    return ui::drawFile(drawing, rendering.format);
}

Result<Done> write(const QByteArray &bytes, const QString &file)
{
    if (file != u"-") {
        auto written = models::writeValueFile(file, bytes);
        written.waitForFinished();
        const auto result = written.result();
        return result ? Result<Done>(Done{}) : result.error();
    }
    const auto size = static_cast<std::size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return Done{};
    return Error{.code = Error::Code::File,
                 .message = Text::tr("cannot write to standard output: %1")
                                .arg(QString::fromLocal8Bit(std::strerror(errno)))};
}

} // namespace

int render(const Rendering &rendering, const QString &url)
{
    const auto source = read(url);
    if (!source) {
        say(source.error());
        return EXIT_FAILURE;
    }
    const auto picture = draw(rendering, *source);
    if (!picture) {
        say(picture.error());
        return EXIT_FAILURE;
    }
    if (const auto done = write(picture->bytes, rendering.file); !done) {
        say(done.error());
        return EXIT_FAILURE;
    }
    if (!picture->remark.isEmpty())
        say(picture->remark);
    return EXIT_SUCCESS;
}

} // namespace squall::studio
